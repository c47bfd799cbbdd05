#include "tools/fleet/meter.h"

namespace plumb::fleet {
namespace {

// One word for what a call is for.
std::string kindOf(const sync::HttpRequest& request) {
    const auto path = request.path.substr(0, request.path.find('?'));
    if (path == "/v1/records") return request.method == "POST" ? "push" : "feed";
    if (path == "/v1/files" && request.method == "POST") return "upload_together";
    if (path == "/v1/uploads") return "upload_begin";
    if (path.starts_with("/v1/uploads/")) return request.method == "HEAD" ? "upload_ask" : "upload_send";
    for (const auto* name : {"receipt", "checkpoint", "places", "token", "server", "trust", "files", "proof", "enrol"})
        if (path.starts_with(std::string("/v1/") + name)) return name;
    return "other";
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    calls += other.calls;
    failed += other.failed;
    up += other.up;
    down += other.down;
    return *this;
}

Tally Meter::Figures::all() const {
    Tally out;
    for (const auto& [kind, tally] : kinds) out += tally;
    return out;
}

Meter::Figures Meter::figures() const {
    const std::lock_guard guard(m_mutex);
    return m_figures;
}

void Meter::reset() {
    const std::lock_guard guard(m_mutex);
    m_figures = {};
}

void Meter::note(const sync::HttpRequest& request, bool answered, const sync::HttpTraffic& moved,
                 Steady::time_point from) {
    const auto now = Steady::now();
    const auto kind = kindOf(request);
    const std::lock_guard guard(m_mutex);
    m_figures.kinds[kind] += Tally{1, answered ? 0U : 1U, moved.sent, moved.received};
    if (!answered || kind != "push") return;
    m_figures.pushes.push_back(now - from);
    m_figures.lastPush = now;
}

Result<sync::HttpResponse> MeteredCaller::call(const sync::HttpRequest& request, std::size_t limit) {
    const auto before = m_inner->traffic();
    const auto from = Steady::now();
    auto answer = m_inner->call(request, limit);
    const auto after = m_inner->traffic();
    m_meter.note(request, answer.has_value(), {after.sent - before.sent, after.received - before.received}, from);
    return answer;
}

}  // namespace plumb::fleet
