#include "tests/unit/sync/kit/to_world.h"

#include <algorithm>

namespace plumb::sync::kit {
namespace {

server::Method methodOf(const std::string& name) {
    if (name == "GET") return server::Method::get;
    if (name == "HEAD") return server::Method::head;
    if (name == "POST") return server::Method::post;
    if (name == "PATCH") return server::Method::patch;
    return server::Method::other;
}

std::string lower(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name;
}

}  // namespace

Result<HttpResponse> ToWorld::call(const HttpRequest& request, std::size_t) {
    server::kit::Call call{methodOf(request.method), request.path, request.body, {}};
    for (const auto& header : request.headers) {
        const auto colon = header.find(": ");
        if (colon != std::string::npos)
            call.headers.emplace_back(lower(header.substr(0, colon)), header.substr(colon + 2));
    }
    auto response = m_world.call(call);
    HttpResponse out;
    out.status = response.status;
    for (auto& [name, value] : response.headers) out.headers[lower(name)] = value;
    out.body = std::move(response.body);
    if (response.file) {
        Bytes bytes(response.file->size);
        bytes.resize(response.file->file->read(response.file->from, bytes));
        out.body = asText(bytes);
    }
    m_traffic.sent += request.body.size();
    m_traffic.received += out.body.size();
    return out;
}

}  // namespace plumb::sync::kit
