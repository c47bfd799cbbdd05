#include "shared/record/line.h"

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::record {

Result<Line> Line::parse(std::string text) {
    if (text.size() > kMaxLineBytes) {
        return fail(ErrorKind::tooLarge, "line_too_long",
                    "the line has " + std::to_string(text.size()) +
                        " bytes, the limit is 262144; put photos and documents into files");
    }
    if (!isUtf8(text)) return fail(ErrorKind::malformed, "not_utf8", "the line is not UTF-8");
    // Two looks for one character each: one for either is asked of each byte by itself.
    if (text.find('\n') != std::string::npos || text.find('\r') != std::string::npos)
        return fail(ErrorKind::malformed, "bad_line", "the line has a line break inside");
    const auto bad = [] {
        return fail(ErrorKind::malformed, "bad_line", "the line is not \"<protected>..<signature> <payload>\"");
    };
    const auto space = text.find(' ');
    const auto dots = text.find("..");
    if (space == std::string::npos || dots == std::string::npos || dots == 0 || dots > space ||
        space + 1 >= text.size())
        return bad();
    const std::string_view signature = std::string_view(text).substr(dots + 2, space - dots - 2);
    const auto raw = fromBase64Url(signature);
    if (!raw || raw->size() != crypto::kSignatureSize) return bad();
    auto header = crypto::parseProtectedHeader(std::string_view(text).substr(0, dots));
    if (!header) return fail(header.error());
    const auto suite = crypto::suiteByName(header->alg);
    if (!suite) return fail(suite.error());
    if (header->typ != crypto::kRecordTyp)
        return fail(ErrorKind::malformed, "bad_line", "the header's typ is not plumb+json");
    Line line;
    line.m_hash = crypto::sha256(text);
    line.m_text = std::move(text);
    line.m_headerSize = dots;
    line.m_payloadAt = space + 1;
    line.m_kid = std::move(header->kid);
    line.m_suite = *suite;
    return line;
}

Line Line::sign(const crypto::PrivateKey& key, std::string_view payload) {
    Line line;
    line.m_text = crypto::signDetached(key, crypto::kRecordTyp, payload);
    line.m_headerSize = line.m_text.find("..");
    line.m_text.append(1, ' ').append(payload);
    line.m_payloadAt = line.m_text.size() - payload.size();
    line.m_kid = key.kid();
    line.m_suite = key.suite();
    line.m_hash = crypto::sha256(line.m_text);
    return line;
}

Result<void> Line::verify(const crypto::PublicKey& key) const {
    return crypto::verifyDetached(key, crypto::kRecordTyp, detached(), payload());
}

}  // namespace plumb::record
