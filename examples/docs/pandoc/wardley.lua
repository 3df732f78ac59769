-- A Pandoc filter: code blocks of the class `wardley` (or owm, wardleymap, wm) become pictures.
-- HTML gets SVG in place, LaTeX and its like a PDF, other formats a PNG. WARDLEY names the command where it is not on the PATH;
-- WARDLEY_STRICT=1 ends the build because of a warning.
local program = os.getenv("WARDLEY") or "wardley"
local strict = os.getenv("WARDLEY_STRICT")
local count = 0
local classes = { wardley = true, owm = true, wardleymap = true, wm = true }

local function draw(block)
  local is_map = false
  for _, class in ipairs(block.classes) do is_map = is_map or classes[class] end
  if not is_map then return nil end
  count = count + 1
  local html = FORMAT:match("html") or FORMAT:match("epub")
  local kind = (FORMAT:match("latex") or FORMAT:match("beamer") or FORMAT:match("context")) and "pdf" or "png"
  local options = { "render", "-" }
  if html then
    local id = "w" .. pandoc.sha1(block.text):sub(1, 8) .. "-" .. count
    for _, option in ipairs({ "--inline", "--theme", "auto", "--for", "page", "--id-prefix", id }) do table.insert(options, option) end
  else
    for _, option in ipairs({ "--format", kind, "--for", "page" }) do table.insert(options, option) end
  end
  if strict then table.insert(options, "--strict") end
  local ok, drawn = pcall(pandoc.pipe, program, options, block.text)
  if not ok then
    if strict then error("map " .. count .. " of the page cannot be drawn") end
    return pandoc.Para({ pandoc.Strong("This map cannot be drawn.") })
  end
  if html then return pandoc.RawBlock("html", drawn) end
  local name = "wardley-" .. pandoc.sha1(drawn):sub(1, 12) .. "." .. kind
  pandoc.mediabag.insert(name, kind == "pdf" and "application/pdf" or "image/png", drawn)
  return pandoc.Para({ pandoc.Image({}, name) })
end

return { { CodeBlock = draw } }
