#include "shared/crypto/add_checkpoint.h"

#include <charconv>

#include "shared/base/encoding.h"

namespace plumb::crypto {
namespace {

constexpr std::string_view kOld = "old ";

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_add_checkpoint", "the question to the witness " + std::move(why));
}

}  // namespace

std::string formatAddCheckpoint(const AddCheckpoint& asked) {
    std::string out = std::string(kOld) + std::to_string(asked.old) + "\n";
    for (const auto& hash : asked.proof) out += toBase64(hash.view()) + "\n";
    return out + "\n" + asked.note;
}

Result<AddCheckpoint> parseAddCheckpoint(std::string_view text) {
    if (text.size() > kMostAddCheckpointBytes)
        return bad("is longer than " + std::to_string(kMostAddCheckpointBytes / 1024) + " KiB");
    AddCheckpoint out;
    bool first = true;
    for (;;) {
        const auto end = text.find('\n');
        if (end == text.npos) return bad("is cut short");
        const auto line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (first) {
            const auto size = line.starts_with(kOld) ? line.substr(kOld.size()) : std::string_view();
            const auto [stop, code] = std::from_chars(size.data(), size.data() + size.size(), out.old);
            if (size.empty() || code != std::errc() || stop != size.data() + size.size() ||
                (size.size() > 1 && size[0] == '0'))
                return bad("does not begin with \"old <size>\"");
            first = false;
            continue;
        }
        if (line.empty()) break;
        if (out.proof.size() == kMostProofHashes)
            return bad("has more than " + std::to_string(kMostProofHashes) + " hashes");
        const auto bytes = fromBase64(line);
        const auto hash = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
        if (!hash) return bad("has a line in its proof that is no hash");
        out.proof.push_back(*hash);
    }
    if (text.empty()) return bad("holds no checkpoint");
    out.note = text;
    return out;
}

}  // namespace plumb::crypto
