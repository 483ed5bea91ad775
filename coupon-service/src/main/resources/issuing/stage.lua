-- KEYS[3]: where to gather what the database knows. ARGV: grants.
for _, grant in ipairs(ARGV) do
  redis.call('HSET', KEYS[3], user_of(grant), grant)
end
redis.call('PEXPIRE', KEYS[3], 20000)
return { 'STAGED' }
