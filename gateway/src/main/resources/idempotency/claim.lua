-- Claims a key, or tells who has it. Safe to run again: a claim that is already ours is granted again.
-- KEYS[1] record, [2] the records of this user's nonce · ARGV owner, fingerprint, lease in ms, operation, retention in ms
local key, owner, fingerprint, lease = KEYS[1], ARGV[1], ARGV[2], ARGV[3]

local kind = redis.call('TYPE', key).ok
if kind == 'hash' then
  local r = redis.call('HMGET', key, 'version', 'state', 'fingerprint', 'owner', 'status', 'headers', 'body')
  if redis.call('PTTL', key) == -1 then -- half of a script, after Redis has lost the tail of its log
    redis.call('PEXPIRE', key, r[2] == 'COMPLETED' and ARGV[5] or lease)
  end
  if r[1] == '1' and r[3] and r[4] then
    if r[2] == 'PROCESSING' then
      return { r[4] == owner and 'GRANTED' or 'PROCESSING', r[3] }
    end
    if r[2] == 'COMPLETED' and tonumber(r[5]) and r[6] and pcall(cjson.decode, r[6]) and r[7] then
      return { 'COMPLETED', r[3], r[5], r[6], r[7] }
    end
  end
end

local time = redis.call('TIME')
if kind ~= 'none' then
  redis.call('DEL', key)
end
redis.call('HSET', key, 'version', '1', 'state', 'PROCESSING', 'fingerprint', fingerprint, 'owner', owner,
  'operation', ARGV[4], 'requested', time[1] .. string.format('%03d', math.floor(time[2] / 1000)))
redis.call('PEXPIRE', key, lease)
redis.call('SADD', KEYS[2], key)
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return { kind == 'none' and 'GRANTED' or 'GRANTED_OVER_UNREADABLE', fingerprint }
