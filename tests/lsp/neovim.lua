-- What somebody does who writes a map in Neovim (0.7 and later). The test beside this file runs it with the command in
-- `WARDLEY` and the map as the file to edit; it says `ok`, or what it has not seen.
local function leave(said)
  io.stdout:write(said .. '\n')
  vim.cmd('qall!')
end

local function wait_for(what, done)
  if not vim.wait(20000, done, 20) then
    error('not seen: ' .. what)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  local _, answer = next(answers or {})
  return answer and answer.result
end

local function run()
  local options = { name = 'wardley', cmd = { vim.env.WARDLEY, 'lsp' }, root_dir = vim.fn.expand('%:p:h') }
  if vim.lsp.start then
    vim.lsp.start(options)
  else
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(options))
  end
  wait_for('a problem', function()
    for _, one in ipairs(vim.diagnostic.get(0)) do
      if one.code == 'unknown-component' and one.lnum == 2 then
        return true
      end
    end
    return false
  end)

  -- Code action: the first fix of the problem.
  local document = { uri = vim.uri_from_bufnr(0) }
  local place = { line = 2, character = 8 }
  local actions = ask('textDocument/codeAction', {
    textDocument = document, range = { start = place, ['end'] = place }, context = { diagnostics = {} },
  })
  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  wait_for('the fix', function()
    return text():find('Cup %-> Pot$') ~= nil
  end)

  -- Completion of a name.
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'Pot -> ' })
  local offered = ask('textDocument/completion', { textDocument = document, position = { line = 3, character = 7 } })
  if offered[1].label ~= 'Cup' then
    error('offered: ' .. vim.inspect(offered[1]))
  end
  vim.api.nvim_buf_set_lines(0, 3, 4, false, { 'Pot -> Cup' })

  -- Rename.
  vim.api.nvim_win_set_cursor(0, { 1, 11 })
  vim.lsp.buf.rename('Mug')
  wait_for('the new name', function()
    local _, count = text():gsub('Mug', '')
    return count == 3
  end)

  -- Format.
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = 20000 })
  else
    vim.lsp.buf.formatting_sync(nil, 20000)
  end
  wait_for('the canonical form', function()
    return text():find('component Mug %[0.80, 0.60%]') ~= nil
  end)
end

local fine, why = pcall(run)
leave(fine and 'ok' or tostring(why))
