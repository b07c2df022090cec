--- Scene graph.
-- @codesyncer-context: loaded once, hot reloaded in development
-- @module scene

--[[
  @codesyncer-decision [2025-06-30]: tables, no classes
  metatables cost 8% in the profile

  @codesyncer-alternative: middleclass
]]

local Scene = {}

local doc = [[
-- @codesyncer-rule: long string
]]
local level2 = [==[
--[[ @codesyncer-rule: long string ]] still
]==]

--[==[ @codesyncer-rule: no globals ]] not closed yet ]==]

-- @codesyncer-inference: 60 updates a second
--   on the slowest phone
Scene.rate = 60

function Scene.add(node)
    local s = "-- @codesyncer-todo: string \" -- still"
    Scene[#Scene + 1] = node -- @codesyncer-why: # is the length, not a comment
    return s
end

--- @codesyncer-todo: remove by handle
--- @param node table
function Scene.remove(node) -- @codesyncer-pattern: swap with last
    return node
end

return Scene
