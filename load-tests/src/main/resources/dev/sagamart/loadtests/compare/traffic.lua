-- What wrk sends: wishes (METHOD, PATH and BODY, parted by tabs) of users in turn, each write under a key of its own.
-- One thread only, so that no two requests are alike.

local function lines(name)
  local all = {}
  for line in io.lines(os.getenv(name)) do
    all[#all + 1] = line
  end
  return all
end

local heads, tails, tokens = {}, {}, {}
local run, count, onceEach

function init(arguments)
  run = os.getenv("TRAFFIC_RUN")
  count = tonumber(os.getenv("TRAFFIC_FIRST"))
  onceEach = os.getenv("TRAFFIC_ONCE_EACH") == "true"
  for _, token in ipairs(lines("TRAFFIC_TOKENS")) do
    tokens[#tokens + 1] = token == "" and "" or "\r\nAuthorization: Bearer " .. token
  end
  for index, wish in ipairs(lines("TRAFFIC_WISHES")) do
    local method, path, body = wish:match("^([^\t]*)\t([^\t]*)\t(.*)$")
    heads[index] = method .. " " .. path .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
    if method == "GET" then
      tails[index] = "\r\n\r\n"
    elseif body == "" then
      tails[index] = "\r\nContent-Length: 0\r\n\r\n"
    else
      tails[index] = "\r\nContent-Type: application/json\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
    end
  end
end

function request()
  local wish = onceEach and math.floor(count / #tokens) % #heads + 1 or count % #heads + 1
  local token = tokens[count % #tokens + 1]
  count = count + 1
  return heads[wish] .. token .. "\r\nIdempotency-Key: " .. run .. "-" .. count .. tails[wish]
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("TRAFFIC %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
