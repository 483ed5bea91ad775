-- Keeps the answer, unless another attempt has taken the key over. Safe to run again.
-- KEYS[1] record · ARGV owner, fingerprint, retention in ms, status, headers, body, operation
local key, owner = KEYS[1], ARGV[1]

local requested
if redis.call('TYPE', key).ok ~= 'hash' then
  redis.call('DEL', key)
else
  local r = redis.call('HMGET', key, 'state', 'owner', 'fingerprint', 'status', 'headers', 'body', 'requested')
  if r[2] ~= owner then
    if r[1] == 'COMPLETED' and r[4] and r[5] and r[6] then
      return { 'COMPLETED', r[3], r[4], r[5], r[6] }
    end
    return { 'LOST', r[3] or '' }
  end
  requested = r[7]
end

redis.call('HSET', key, 'version', '1', 'state', 'COMPLETED', 'fingerprint', ARGV[2], 'owner', owner,
  'status', ARGV[4], 'headers', ARGV[5], 'body', ARGV[6],
  'operation', ARGV[7], 'requested', requested or redis.call('TIME')[1] .. '000')
redis.call('PEXPIRE', key, ARGV[3])
return { 'STORED', ARGV[2] }
