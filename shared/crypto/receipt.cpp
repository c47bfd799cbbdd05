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
constexpr std::size_t kMarkBytes = 16, kMarkText = 22;
constexpr std::size_t kHashText = 64;

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

std::string textOf(const std::map<Sha256, std::uint64_t>& files) {
    std::string out;
    for (const auto& [sha256, size] : files)
        out.append(sha256.hex()).append(1, ' ').append(std::to_string(size)).append(1, '\n');
    return out;
}

bool isMark(std::string_view text) {
    const auto bytes = fromBase64Url(text);
    return text.size() == kMarkText && bytes && bytes->size() == kMarkBytes;
}

Result<void> readAnswer(std::string_view line, Receipt& out) {
    const auto space = std::min(line.find(' '), line.size());
    const auto name = line.substr(0, space), rest = line.substr(std::min(space + 1, line.size()));
    if ((name == "head" || name == "held") && isMark(rest)) {
        (name == "head" ? out.head : out.held) = rest;
        return {};
    }
    if (name == "feed") {
        const auto cursor = numberOf(rest);
        if (!cursor) return fail(cursor.error());
        out.feed = *cursor;
        return {};
    }
    if (name == "places" && rest.size() > kMarkText && isMark(rest.substr(rest.size() - kMarkText))) {
        const auto next = numberOf(rest.substr(0, rest.size() - kMarkText - 1));
        if (!next || rest[rest.size() - kMarkText - 1] != ' ') return bad("has an odd line about places");
        out.places = Receipt::Places{*next, std::string(rest.substr(rest.size() - kMarkText))};
        return {};
    }
    return bad("has a line that cannot be read");
}

Result<void> readFile(std::string_view line, Receipt& out) {
    const auto sha256 = Sha256::fromHex(line.substr(0, kHashText));
    const auto bytes = numberOf(line.substr(kHashText + 1));
    if (!sha256 || !bytes) return bad("has a line about a file that cannot be read");
    out.files[*sha256] = *bytes;
    return {};
}

}  // namespace

std::string receiptMark(std::string_view text) {
    const auto hash = sha256(text);
    return toBase64Url(hash.view().first(kMarkBytes));
}

std::string checkpointMark(std::string_view note) {
    return receiptMark(note.substr(0, std::min(note.find("\n\n"), note.size())));
}

std::string filesMark(const std::map<Sha256, std::uint64_t>& files) {
    return receiptMark(textOf(files));
}

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
    if (!receipt.head.empty()) body.append("head ").append(receipt.head).append(1, '\n');
    if (receipt.feed) body.append("feed ").append(std::to_string(*receipt.feed)).append(1, '\n');
    if (receipt.places) {
        body.append("places ").append(std::to_string(receipt.places->next));
        body.append(1, ' ').append(receipt.places->mark).append(1, '\n');
    }
    if (!receipt.held.empty()) body.append("held ").append(receipt.held).append(1, '\n');
    body += textOf(receipt.files);
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
        const bool isFile = line->size() > kHashText && (*line)[kHashText] == ' ';
        if (auto read = isFile ? readFile(*line, out) : readAnswer(*line, out); !read) return fail(read.error());
    }
    return out;
}

}  // namespace plumb::crypto
