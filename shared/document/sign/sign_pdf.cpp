#include "shared/document/sign/sign_pdf.h"

#include <chrono>
#include <cstdio>

#include "shared/base/encoding.h"
#include "shared/crypto/cades.h"
#include "shared/crypto/hash.h"
#include "shared/document/sign/pdf_update.h"

namespace plumb::document {
namespace {

// One signer, two certificates of names up to 64 characters: about 2 KB.
constexpr std::size_t kContentsBytes = 4096;
constexpr std::string_view kRangeRoom = "[ 0 0000000000 0000000000 0000000000 ]";

// "D:20261128213400+08'00'" (ISO 32000-1, 7.9.4).
std::string pdfTime(const Instant& at) {
    const auto local = std::chrono::floor<std::chrono::seconds>(at.utc + at.offset);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(local - day);
    const auto offset = static_cast<int>(std::abs(at.offset.count()));
    char text[64];
    std::snprintf(text, sizeof text, "D:%04d%02u%02u%02d%02d%02d%c%02d'%02d'", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()), at.offset.count() < 0 ? '-' : '+', offset / 60,
                  offset % 60);
    return text;
}

std::string dictionary(const DocumentSigner& signer, const Instant& at) {
    std::string out = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange " +
                      std::string(kRangeRoom) + " /Contents <" + std::string(2 * kContentsBytes, '0') + "> /M (" +
                      pdfTime(at) + ")";
    if (!signer.authorityLine.empty())
        out += std::string(" ") + kAuthorityKey + " <" + toHex(asBytes(signer.authorityLine)) + ">";
    return out + " >>";
}

// Puts the numbers into the room that is left for them.
void writeRange(std::string& pdf, std::size_t from, std::size_t open, std::size_t close) {
    auto range = "[ 0 " + std::to_string(open) + " " + std::to_string(close) + " " + std::to_string(pdf.size() - close);
    range.append(kRangeRoom.size() - range.size() - 1, ' ');
    pdf.replace(pdf.find(kRangeRoom, from), kRangeRoom.size(), range + "]");
}

}  // namespace

Result<std::string> signPdf(const std::string& pdf, const DocumentSigner& signer, const Instant& at) {
    SignatureRoom room;
    try {
        room = makeSignatureRoom(pdf);
    } catch (const std::exception& trouble) {
        return fail(ErrorKind::malformed, "pdf_unreadable", std::string("the PDF cannot be read: ") + trouble.what());
    }
    auto objects = room.changed;
    objects.push_back({room.signature, dictionary(signer, at)});
    objects.push_back(room.fieldText);
    auto out = appendUpdate(pdf, std::move(objects), room.trailer);
    if (!out) return out;
    constexpr std::string_view kContents = "/Contents <";
    const auto open = out->find(kContents, out->find(kRangeRoom, pdf.size())) + kContents.size() - 1;
    const auto close = open + 2 * kContentsBytes + 2;
    writeRange(*out, pdf.size(), open, close);

    crypto::Sha256Stream content;
    content.add(asBytes(std::string_view(*out).substr(0, open)));
    content.add(asBytes(std::string_view(*out).substr(close)));
    const auto signature = crypto::signCades(signer.key, signer.certificate, {signer.authority}, content.finish());
    if (signature.size() > kContentsBytes)
        return fail(ErrorKind::tooLarge, "signature_too_large", "the signature does not find room in the PDF");
    const auto hex = toHex(signature);
    out->replace(open + 1, hex.size(), hex);
    return out;
}

}  // namespace plumb::document
