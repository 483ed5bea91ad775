-- Runs a script for many calls. KEYS of all calls · ARGV keys of a call, arguments of a call, arguments of all calls
-- Returns for each call the number of values, and the values.
local function one(KEYS, ARGV)
-- HERE
end

local keys, arguments = tonumber(ARGV[1]), tonumber(ARGV[2])
local all = {}
for call = 0, #KEYS / keys - 1 do
  local values = one(
    { unpack(KEYS, call * keys + 1, call * keys + keys) },
    { unpack(ARGV, call * arguments + 3, call * arguments + arguments + 2) })
  table.insert(all, tostring(#values))
  for _, value in ipairs(values) do
    table.insert(all, value)
  end
end
return all
