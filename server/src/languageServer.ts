// The whole server. One file for both platforms, as they share nearly all of it. What belongs to one of them is not even evaluated on the other.
if (typeof process === 'object' && process.versions?.node) void import('./node.js');
else void import('./browser.js');
