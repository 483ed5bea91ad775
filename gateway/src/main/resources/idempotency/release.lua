-- Frees a key that is still claimed by us. KEYS[1] record, [2] the records of this user's nonce · ARGV owner
local r = redis.call('HMGET', KEYS[1], 'state', 'owner')
if r[1] == 'PROCESSING' and r[2] == ARGV[1] then
  redis.call('DEL', KEYS[1])
  redis.call('SREM', KEYS[2], KEYS[1])
  return { 'RELEASED' }
end
return { 'LOST' }
