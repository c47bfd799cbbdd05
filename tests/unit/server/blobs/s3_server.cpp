#include "tests/unit/server/blobs/s3_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/keyed_hash.h"

namespace plumb::server::kit {
namespace {

constexpr const char* kBucket = "/files/";

std::string tagOf(const std::string& content) {
    return '"' + crypto::sha256(content).hex().substr(0, 32) + '"';
}

std::string error(const std::string& code) {
    return "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>";
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) return {};
    const auto begin = at + from.size();
    return text.substr(begin, text.find(to, begin) - begin);
}

}  // namespace

struct S3Server::Call {
    std::string method, path, query, body;
    std::map<std::string, std::string> headers;
    [[nodiscard]] std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    [[nodiscard]] std::string asked(const std::string& name) const {
        return between('&' + query + '&', '&' + name + '=', "&");
    }
    [[nodiscard]] bool asks(const std::string& name) const {
        return ('&' + query).find('&' + name + '=') != std::string::npos;
    }
};

struct S3Server::Answer {
    int status = 200;
    std::string body;
    std::map<std::string, std::string> headers;
};

S3Server::S3Server() : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (m_listener < 0 || ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(m_listener, 64) != 0 || ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("a test's store cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { accept(); });
}

S3Server::~S3Server() {
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
    {
        const std::lock_guard lock(m_mutex);
        for (const int socket : m_sockets) ::shutdown(socket, SHUT_RDWR);
    }
    for (auto& one : m_serving) one.join();
}

S3Place S3Server::place() const {
    S3Place out;
    out.bucket = "files";
    out.prefix = "log/";
    out.host = "127.0.0.1:" + std::to_string(m_port);
    out.endpoint = "http://" + out.host;
    out.region = "cn-northwest-1";
    out.keys = m_keys;
    return out;
}

void S3Server::next(std::string method, S3Fault fault, int times) {
    const std::lock_guard lock(m_mutex);
    for (int i = 0; i < times; ++i) m_faults.emplace_back(method, fault);
}

void S3Server::setAway(bool away) {
    m_away = away;
}

std::map<std::string, std::string> S3Server::objects() const {
    const std::lock_guard lock(m_mutex);
    return m_objects;
}

void S3Server::put(const std::string& key, std::string content) {
    const std::lock_guard lock(m_mutex);
    m_objects[key] = std::move(content);
}

std::size_t S3Server::unfinished() const {
    const std::lock_guard lock(m_mutex);
    return m_parts.size();
}

std::vector<std::string> S3Server::calls() const {
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

void S3Server::accept() {
    for (;;) {
        const int socket = ::accept(m_listener, nullptr, nullptr);
        if (socket < 0) return;
        const std::lock_guard lock(m_mutex);
        m_sockets.insert(socket);
        m_serving.emplace_back([this, socket] {
            serve(socket);
            const std::lock_guard ending(m_mutex);
            m_sockets.erase(socket);
            ::close(socket);
        });
    }
}

S3Fault S3Server::take(const std::string& method) {
    const std::lock_guard lock(m_mutex);
    m_calls.push_back(method);
    const auto found = std::find_if(m_faults.begin(), m_faults.end(), [&](const auto& f) { return f.first == method; });
    if (found == m_faults.end()) return S3Fault::none;
    const auto out = found->second;
    m_faults.erase(found);
    return out;
}

void S3Server::serve(int socket) {
    std::string in;
    const auto more = [&] {
        char piece[64 * 1024];
        const auto got = ::recv(socket, piece, sizeof piece, 0);
        if (got > 0) in.append(piece, static_cast<std::size_t>(got));
        return got > 0;
    };
    for (;;) {
        std::size_t end = 0;
        while ((end = in.find("\r\n\r\n")) == std::string::npos) {
            if (!more()) return;
        }
        Call call;
        std::istringstream head(in.substr(0, end));
        std::string line, target;
        std::getline(head, line);
        std::istringstream(line) >> call.method >> target;
        call.path = target.substr(0, target.find('?'));
        if (target.size() > call.path.size()) call.query = target.substr(call.path.size() + 1);
        while (std::getline(head, line)) {
            if (line.ends_with('\r')) line.pop_back();
            auto name = line.substr(0, line.find(':'));
            std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
            call.headers[name] = line.substr(std::min(line.size(), name.size() + 2));
        }
        const auto length = call.header("content-length");
        const std::size_t size = length.empty() ? 0 : std::stoul(length);
        while (in.size() < end + 4 + size) {
            if (!more()) return;
        }
        call.body = in.substr(end + 4, size);
        in.erase(0, end + 4 + size);

        const auto fault = take(call.method);
        if (m_away || fault == S3Fault::away) return;
        if (fault == S3Fault::silent) {
            while (more()) {
            }
            return;
        }
        const auto answer = this->answer(call, fault);
        if (fault == S3Fault::lostAnswer) return;
        std::string out = "HTTP/1.1 " + std::to_string(answer.status) + " said\r\n";
        for (const auto& [name, value] : answer.headers) out += name + ": " + value + "\r\n";
        if (!answer.headers.contains("Content-Length"))
            out += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
        out += "\r\n" + (fault == S3Fault::cut ? answer.body.substr(0, answer.body.size() / 2) : answer.body);
        for (std::size_t at = 0; at < out.size();) {
            const auto sent = ::send(socket, out.data() + at, out.size() - at, MSG_NOSIGNAL);
            if (sent <= 0) return;
            at += static_cast<std::size_t>(sent);
        }
        if (fault == S3Fault::cut) {
            ::shutdown(socket, SHUT_RDWR);
            return;
        }
    }
}

// From what came alone, by the steps of Amazon's description.
bool S3Server::isSigned(const Call& call) const {
    const auto given = call.header("authorization");
    const auto credential = between(given, "Credential=", ",");
    const auto names = between(given, "SignedHeaders=", ",");
    const auto signature = between(given, "Signature=", ",");
    const auto time = call.header("x-amz-date");
    std::vector<std::string> scope;
    std::istringstream parts(credential);
    for (std::string part; std::getline(parts, part, '/');) scope.push_back(part);
    if (!given.starts_with("AWS4-HMAC-SHA256 ") || scope.size() != 5 || time.size() != 16) return false;
    if (scope[0] != m_keys.access || scope[1] != time.substr(0, 8) || scope[2] != "cn-northwest-1" ||
        scope[3] != "s3" || scope[4] != "aws4_request")
        return false;
    std::string headers;
    std::istringstream list(names);
    for (std::string name; std::getline(list, name, ';');) headers += name + ':' + call.header(name) + '\n';
    if ((';' + names + ';').find(";host;") == std::string::npos) return false;
    std::vector<std::string> query;
    std::istringstream pairs(call.query);
    for (std::string pair; std::getline(pairs, pair, '&');) query.push_back(pair);
    std::sort(query.begin(), query.end());
    std::string sorted;
    for (const auto& pair : query) sorted += (sorted.empty() ? "" : "&") + pair;
    const auto hash = crypto::sha256(call.body).hex();
    const auto text =
        "AWS4-HMAC-SHA256\n" + time + '\n' + scope[1] + '/' + scope[2] + "/s3/aws4_request\n" +
        crypto::sha256(call.method + '\n' + call.path + '\n' + sorted + '\n' + headers + '\n' + names + '\n' + hash)
            .hex();
    auto key = crypto::keyedHash(asBytes("AWS4" + m_keys.secret), asBytes(scope[1]));
    for (std::size_t i = 2; i < 5; ++i) key = crypto::keyedHash(key.view(), asBytes(scope[i]));
    return crypto::keyedHash(key.view(), asBytes(text)).hex() == signature;
}

S3Server::Answer S3Server::answer(const Call& call, S3Fault fault) {
    if (fault == S3Fault::error) return {500, error("InternalError"), {}};
    if (crypto::sha256(call.body).hex() != call.header("x-amz-content-sha256"))
        return {400, error("XAmzContentSHA256Mismatch"), {}};
    if (!isSigned(call)) {
        ++m_refused;
        return {403, error("SignatureDoesNotMatch"), {}};
    }
    if (call.method == "HEAD" && call.path == "/files") return {200, "", {}};
    if (call.method == "GET" && call.path == "/files") {
        const std::lock_guard lock(m_mutex);
        return list(call);
    }
    if (!call.path.starts_with(kBucket)) return {404, error("NoSuchBucket"), {}};
    const auto key = call.path.substr(std::string_view(kBucket).size());
    if (fault == S3Fault::forgets) return {200, "", {{"ETag", tagOf(call.body)}}};
    Answer out;
    {
        const std::lock_guard lock(m_mutex);
        if (call.method == "PUT") out = put(call, key);
        if (call.method == "POST") out = post(call, key);
        if (call.method == "GET" || call.method == "HEAD") out = get(call, key);
        if (call.method == "DELETE") {
            if (call.asks("uploadId"))
                m_parts.erase(call.asked("uploadId"));
            else
                m_objects.erase(key);
            out.status = 204;
        }
    }
    if (fault == S3Fault::wrongTag) out.headers["ETag"] = "\"00000000000000000000000000000000\"";
    return out;
}

S3Server::Answer S3Server::put(const Call& call, const std::string& key) {
    if (const auto source = call.header("x-amz-copy-source"); !source.empty()) {
        const auto found = m_objects.find(source.substr(std::string_view(kBucket).size()));
        if (found == m_objects.end()) return {404, error("NoSuchKey"), {}};
        const auto content = found->second;
        m_objects[key] = content;
        return {200, "<CopyObjectResult><ETag>" + tagOf(content) + "</ETag></CopyObjectResult>", {}};
    }
    if (call.asks("uploadId")) {
        const auto upload = m_parts.find(call.asked("uploadId"));
        if (upload == m_parts.end()) return {404, error("NoSuchUpload"), {}};
        upload->second[std::stoi(call.asked("partNumber"))] = call.body;
    } else {
        m_objects[key] = call.body;
    }
    return {200, "", {{"ETag", tagOf(call.body)}}};
}

S3Server::Answer S3Server::post(const Call& call, const std::string& key) {
    if (call.asks("uploads")) {
        const auto upload = "upload-" + std::to_string(++m_uploads);
        m_parts[upload];
        return {200,
                "<InitiateMultipartUploadResult><UploadId>" + upload + "</UploadId></InitiateMultipartUploadResult>",
                {}};
    }
    const auto upload = m_parts.find(call.asked("uploadId"));
    if (upload == m_parts.end()) return {404, error("NoSuchUpload"), {}};
    std::string content;
    int number = 0;
    for (const auto& [at, part] : upload->second) {
        const auto named = "<PartNumber>" + std::to_string(++number) + "</PartNumber><ETag>&quot;" +
                           tagOf(part).substr(1, 32) + "&quot;</ETag>";
        if (at != number || call.body.find(named) == std::string::npos) return {400, error("InvalidPart"), {}};
        content += part;
    }
    m_parts.erase(upload);
    m_objects[key] = content;
    return {200,
            "  <?xml version=\"1.0\"?><CompleteMultipartUploadResult><ETag>&quot;" + tagOf(content).substr(1, 32) +
                "&quot;</ETag></CompleteMultipartUploadResult>",
            {}};
}

// Two keys a page, so that every list of a test has several.
S3Server::Answer S3Server::list(const Call& call) const {
    const auto prefix = percentDecode(call.asked("prefix")).value();
    const auto after = percentDecode(call.asked("continuation-token")).value();
    std::string body = "<ListBucketResult>";
    int count = 0;
    std::string last;
    for (auto at = m_objects.upper_bound(after); at != m_objects.end(); ++at) {
        if (!at->first.starts_with(prefix)) continue;
        if (++count > 2) {
            body += "<NextContinuationToken>" + last + "</NextContinuationToken>";
            break;
        }
        last = at->first;
        body += "<Contents><Key>" + last + "</Key><Size>" + std::to_string(at->second.size()) + "</Size></Contents>";
    }
    return {200, body + "</ListBucketResult>", {}};
}

S3Server::Answer S3Server::get(const Call& call, const std::string& key) const {
    const auto found = m_objects.find(key);
    if (found == m_objects.end()) return {404, call.method == "HEAD" ? "" : error("NoSuchKey"), {}};
    Answer out;
    out.headers["ETag"] = tagOf(found->second);
    if (call.method == "HEAD") {
        out.headers["Content-Length"] = std::to_string(found->second.size());
        return out;
    }
    const auto range = call.header("range");
    if (range.empty()) {
        out.body = found->second;
        return out;
    }
    const auto from = std::stoul(range.substr(6)), to = std::stoul(range.substr(range.find('-') + 1));
    if (from >= found->second.size()) return {416, error("InvalidRange"), {}};
    out.status = 206;
    out.body = found->second.substr(from, to - from + 1);
    return out;
}

}  // namespace plumb::server::kit
