#include "shared/crypto/receipt.h"

#include <algorithm>
#include <charconv>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::crypto {
namespace {

constexpr std::string_view kWhat = "receipt";
constexpr std::string_view kKind = "plumb-receipt-v1 ";
constexpr std::size_t kMostBytes = 256 * 1024;
constexpr std::size_t kNonceBytes = 16, kNonceText = 22;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_receipt", "the log's receipt " + std::move(why));
}

Result<std::uint64_t> numberOf(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size() || text.empty()) return bad("has no proper number");
    return value;
}

Result<std::string_view> after(std::string_view prefix, std::string_view& body) {
    const auto line = takeNoteLine(body, kWhat);
    if (!line) return fail(line.error());
    if (!line->starts_with(prefix)) return bad("lacks its line \"" + std::string(prefix) + "…\"");
    return line->substr(prefix.size());
}

}  // namespace

std::string makeReceiptNonce() {
    return toBase64Url(randomBytes(kNonceBytes));
}

bool isReceiptNonce(std::string_view text) {
    const auto bytes = fromBase64Url(text);
    return text.size() == kNonceText && bytes && bytes->size() == kNonceBytes;
}

std::string signReceipt(const Receipt& receipt, const PrivateKey& logKey) {
    std::string body = std::string(kKind) + receipt.origin + "\n" + receipt.nonce + "\ntime " +
                       formatInstant(receipt.time) + "\nlog " + std::to_string(receipt.logSize) + "\n";
    for (const auto& [sha256, size] : receipt.files)
        body.append(sha256.hex()).append(1, ' ').append(std::to_string(size)).append(1, '\n');
    return signNote(body, receipt.origin, logKey);
}

Result<Receipt> verifyReceipt(std::string_view note, const NoteKey& key, std::string_view nonce) {
    auto body = verifyNote(note, key, kMostBytes, kWhat);
    if (!body) return fail(body.error());
    Receipt out;
    const auto origin = after(kKind, *body), own = origin ? after("", *body) : origin,
               time = own ? after("time ", *body) : own, log = time ? after("log ", *body) : time;
    if (!log) return fail(log.error());
    if (*origin != key.name) return bad("is of another log, " + std::string(*origin));
    if (*own != nonce) return bad("answers another question than the one that was asked");
    const auto at = parseInstant(*time);
    const auto size = numberOf(*log);
    if (!at || !size) return bad("has no proper time or size of the log");
    out.origin = *origin;
    out.nonce = *own;
    out.time = *at;
    out.logSize = *size;
    while (!body->empty()) {
        const auto line = after("", *body);
        if (!line) return fail(line.error());
        const auto sha256 = Sha256::fromHex(line->substr(0, 64));
        const auto bytes =
            line->size() > 65 && (*line)[64] == ' ' ? numberOf(line->substr(65)) : bad("has an odd line");
        if (!sha256 || !bytes) return bad("has a line about a file that cannot be read");
        out.files[*sha256] = *bytes;
    }
    return out;
}

}  // namespace plumb::crypto
