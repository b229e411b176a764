import assert from 'node:assert/strict';
import { isPublicAddress } from '../../server/src/pictures/isPublicAddress.js';

function check(open: boolean, ...addresses: readonly string[]): void {
  for (const address of addresses) assert.equal(isPublicAddress(address), open, address);
}

describe('Public addresses', () => {
  it('are those of the open internet', () => {
    check(
      true,
      '1.1.1.1',
      '8.8.8.8',
      '172.15.255.255',
      '172.32.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '223.255.255.255',
    );
    check(true, '2400:3200::1', '2001:200::1', '2606:4700:4700::1111', '3ffe::1');
  });

  it('are not in this machine, its network or its provider’s', () => {
    check(false, '127.0.0.1', '127.255.255.255', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255');
    check(false, '192.168.0.1', '169.254.169.254', '100.64.0.1', '100.127.255.255');
    check(false, '::1', '::', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1', 'fc00::1', 'fd12:3456::1');
  });

  it('are not for many at once, for documents, for measuring, nor reserved', () => {
    check(false, '224.0.0.1', '239.255.255.255', '255.255.255.255', '240.0.0.1', '192.0.0.8', '192.88.99.1');
    check(false, '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '198.19.255.255');
    check(false, 'ff02::1', '2001:db8::1', '3fff::1', '100::1', '5f00::1', '4000::1');
  });

  it('are not IPv4 addresses in disguise', () => {
    check(false, '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:127.0.0.1');
    check(false, '2002:7f00:1::', '2002:808:808::', '2001:0:7f00:1::', '64:ff9b:1::a00:1');
  });

  it('are judged by what they are translated to in a network of IPv6 only', () => {
    check(true, '64:ff9b::8.8.8.8', '64:ff9b::808:808');
    check(false, '64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b::c0a8:101', '64:ff9b::a9fe:a9fe', '64:ff9b::');
  });

  it('are addresses', () => check(false, '', 'localhost', '1.2.3', '01.02.03.04', '1.2.3.4.5', ':::'));
});
