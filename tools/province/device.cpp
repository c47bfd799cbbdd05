#include "tools/province/device.h"

#include "shared/crypto/hash.h"

namespace plumb::province {

Device::Said Device::say(const Instant& at, Statement statement) {
    record::Payload payload;
    payload.at = at;
    payload.id = newId(at.utc);
    payload.type = std::move(statement.type);
    payload.seq = m_tip.seq + 1;
    payload.prev = m_tip.hash;
    payload.seen = seen;
    payload.site = std::move(statement.site);
    payload.region = std::move(statement.region);
    payload.files = std::move(statement.files);
    payload.body = std::move(statement.body);
    auto line = record::Line::sign(m_key, record::formatPayload(payload));
    m_tip = {payload.seq, line.hash()};
    Said said{payload.id, line.hash()};
    lines.push_back(std::move(line));
    return said;
}

record::FileRef Device::attach(const std::string& content, std::string type, std::string role, std::string item) {
    const auto hash = crypto::sha256(content);
    contents.emplace_back(hash, content);
    return {hash, content.size(), std::move(type), std::move(role), std::move(item)};
}

}  // namespace plumb::province
