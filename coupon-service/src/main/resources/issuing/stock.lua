-- Of every campaign: a hash with each user's grant, the coupons left (#left), the last position given (#last), the
-- number of pending grants (#pending), the run of the server that they were opened in (#run) and the number of that
-- opening (#epoch); and a sorted set of the pending grants by time. They are open while both are there and agree, in
-- that same run: a server that was started again, or another one that took over, may know an older state, which agrees
-- with itself. Anything else means that something may be lost, and nothing is given out until it is found again.
local grants = KEYS[1]
local pending = KEYS[2]
local counters = 5

local function this_run()
  return string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
end

local function is_open()
  local counted = redis.call('HMGET', grants, '#pending', '#run', '#left', '#last', '#epoch')
  return counted[1] and counted[3] and counted[4] and counted[5] and counted[2] == this_run()
    and tonumber(counted[1]) == redis.call('ZCARD', pending)
end

local function number(name)
  return tonumber(redis.call('HGET', grants, name))
end

local function holders()
  return redis.call('HLEN', grants) - counters
end

local function text(count)
  return string.format('%d', count)
end

local function user_of(grant)
  return string.match(grant, '^[^|]+')
end

local function position_of(grant)
  return tonumber(string.match(grant, '^[^|]+|[^|]+|(%d+)'))
end

