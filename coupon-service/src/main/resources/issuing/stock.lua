-- Of every campaign: a hash with each user's grant, the coupons left (#left) and the number of pending grants
-- (#pending), and a sorted set of the pending grants by time. They are open while both are there and agree;
-- anything else means that something was lost, and nothing is given out until it is found again.
local grants = KEYS[1]
local pending = KEYS[2]

local function is_open()
  local counted = redis.call('HGET', grants, '#pending')
  return counted and tonumber(counted) == redis.call('ZCARD', pending)
end

local function user_of(grant)
  return string.match(grant, '^[^|]+')
end

