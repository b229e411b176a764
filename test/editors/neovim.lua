-- Opens the log named by LOG in Neovim, told only how to start the server, and prints what the editor then shows of it.
local limit = 10000

vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.LOG))
local buffer = vim.api.nvim_get_current_buf()
local config = { name = 'chatlog', cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' }, root_dir = vim.fn.getcwd() }
local client
if vim.lsp.start then
  client = vim.lsp.start(config, { bufnr = buffer })
else
  -- Before 0.8.
  client = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, client)
end

-- `vim.wait` handles events until its condition holds.
vim.wait(limit, function() return #vim.diagnostic.get(buffer) > 0 end, 10)
local diagnostics = {}
for _, found in ipairs(vim.diagnostic.get(buffer)) do
  table.insert(diagnostics, { line = found.lnum, column = found.col, message = found.message, severity = found.severity })
end

local params = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/documentSymbol', params, limit) or {}
local symbols = {}
for _, answer in pairs(answers) do
  for _, item in ipairs(vim.lsp.util.symbols_to_items(answer.result or {}, buffer)) do table.insert(symbols, item.text) end
end

local encode = vim.json and vim.json.encode or vim.fn.json_encode
io.stdout:write(encode({ diagnostics = diagnostics, symbols = symbols }) .. '\n')
vim.cmd('qall!')
