#include "shared/domain/invitation.h"

#include <algorithm>
#include <map>

#include "shared/base/encoding.h"
#include "shared/crypto/checkpoint.h"

namespace plumb::domain {
namespace {

constexpr std::string_view kPrefix = "plumb://enrol?";
constexpr std::size_t kMostServer = 1000;  // three times as many when all of it is escaped

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_invitation",
                "this is no complete invitation: " + std::move(why) +
                    ". Copy the whole line that begins with plumb://enrol, or scan the code again");
}

// Plain HTTP is for a server on this very machine; the host must end where its name ends.
bool isLoopback(std::string_view url) {
    for (const std::string_view host : {"http://127.0.0.1", "http://localhost", "http://[::1]"}) {
        if (url.starts_with(host) && (url.size() == host.size() || url[host.size()] == ':')) return true;
    }
    return false;
}

}  // namespace

std::string formatInvitation(const Invitation& invitation) {
    std::string out(kPrefix);
    out += "s=" + percentEncode(invitation.server);
    if (!invitation.pin.empty()) out += "&p=" + percentEncode(invitation.pin);
    out += "&l=" + percentEncode(invitation.logKey);
    out += "&r=" + percentEncode(invitation.rootKid);
    out += "&a=" + percentEncode(crypto::suiteName(invitation.suite));
    out += "&k=" + toBase64Url(invitation.secret);
    return out;
}

Result<Invitation> parseInvitation(std::string_view uri) {
    while (!uri.empty() && (uri.front() == ' ' || uri.front() == '\n' || uri.front() == '\r' || uri.front() == '\t'))
        uri.remove_prefix(1);
    while (!uri.empty() && (uri.back() == ' ' || uri.back() == '\n' || uri.back() == '\r' || uri.back() == '\t'))
        uri.remove_suffix(1);
    if (uri.size() > 4096) return bad("it is longer than 4096 characters");
    if (!uri.starts_with(kPrefix)) return bad("it does not begin with plumb://enrol?");
    uri.remove_prefix(kPrefix.size());
    std::map<std::string, std::string> values;
    while (!uri.empty()) {
        const auto part = uri.substr(0, uri.find('&'));
        uri.remove_prefix(std::min(uri.size(), part.size() + 1));
        const auto equals = part.find('=');
        if (equals == std::string_view::npos) return bad("a part has no \"=\"");
        auto value = percentDecode(part.substr(equals + 1));
        if (!value) return bad(value.error().detail);
        if (!values.emplace(std::string(part.substr(0, equals)), std::move(*value)).second)
            return bad("\"" + std::string(part.substr(0, equals)) + "\" stands twice");
    }
    for (const char* name : {"s", "l", "r", "k"}) {
        if (values[name].empty()) return bad("its part \"" + std::string(name) + "\" is missing");
    }
    Invitation out;
    out.server = values["s"];
    while (out.server.ends_with('/')) out.server.pop_back();
    // It goes into calls and onto screens, and whoever passes the invitation on writes it again, escaped.
    const bool plain = std::all_of(out.server.begin(), out.server.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (!plain) return bad("its server's address has characters that no address has");
    if (out.server.size() > kMostServer) return bad("its server's address is too long");
    if (!out.server.starts_with("https://") && !isLoopback(out.server))
        return bad("its server is not an https:// address");
    out.pin = values["p"];
    if (!out.pin.empty()) {
        const auto pin = fromBase64Url(out.pin);
        if (!pin || pin->size() != 32) return bad("the server's pin is not 32 bytes");
    }
    out.logKey = values["l"];
    if (const auto key = crypto::parseNoteKey(out.logKey); !key) return bad("the log's key is damaged");
    out.rootKid = values["r"];
    if (const auto root = fromBase64Url(out.rootKid); !root || root->size() != 32)
        return bad("the root key's thumbprint is damaged");
    const auto suite = values["a"].empty() ? crypto::Suite::es256 : crypto::suiteByName(values["a"]);
    if (!suite) return bad(suite.error().detail);
    out.suite = *suite;
    auto secret = fromBase64Url(values["k"]);
    if (!secret || secret->size() != 32) return bad("its key is cut short");
    out.secret = std::move(*secret);
    return out;
}

}  // namespace plumb::domain
