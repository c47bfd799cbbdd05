#include "shared/document/sign/verify_pdf.h"

#include <algorithm>
#include <charconv>

#include "shared/base/civil_date.h"
#include "shared/base/encoding.h"
#include "shared/crypto/cades.h"
#include "shared/document/sign/pdf_update.h"

namespace plumb::document {
namespace {

tl::unexpected<Error> forged(std::string why) {
    return fail(ErrorKind::badSignature, "byte_range_forged",
                "the signature does not say rightly what of the file it covers: " + why);
}

Result<std::vector<FoundSignature>> found(std::string_view pdf) {
    try {
        return findSignatures(pdf);
    } catch (const std::exception& trouble) {
        return fail(ErrorKind::malformed, "pdf_unreadable",
                    std::string("the file is no PDF, damaged or cut short: ") + trouble.what());
    }
}

std::optional<int> digitsAt(std::string_view text, std::size_t at, std::size_t count) {
    int out = 0;
    if (text.size() < at + count) return {};
    const auto read = std::from_chars(text.data() + at, text.data() + at + count, out);
    return read.ec == std::errc() && read.ptr == text.data() + at + count ? std::optional(out) : std::nullopt;
}

// "D:20261128213400+08'00'", as signers write it: with seconds and a zone.
std::optional<Instant> pdfTime(std::string_view text) {
    constexpr std::size_t kLeast = 17, kZone = 16;
    if (!text.starts_with("D:") || text.size() < kLeast) return {};
    const char sign = text[kZone];
    std::string zone = "Z";
    if (sign == '+' || sign == '-') {
        if (!digitsAt(text, kZone + 1, 2) || !digitsAt(text, kZone + 4, 2)) return {};
        zone = sign + std::string(text.substr(kZone + 1, 2)) + ":" + std::string(text.substr(kZone + 4, 2));
    } else if (sign != 'Z') {
        return {};
    }
    const auto part = [&](std::size_t at, std::size_t count) { return std::string(text.substr(at, count)); };
    const auto at = parseInstant(part(2, 4) + "-" + part(6, 2) + "-" + part(8, 2) + "T" + part(10, 2) + ":" +
                                 part(12, 2) + ":" + part(14, 2) + zone);
    return at ? std::optional(*at) : std::nullopt;
}

struct Covered {
    std::size_t open = 0, close = 0, end = 0;  // the gap that holds the signature, and where the second part ends
};

// The range is one gap, the gap is the signature and nothing else, and behind it a file ends.
Result<Covered> coveredBy(const FoundSignature& one, std::string_view pdf) {
    constexpr std::size_t kNumbers = 4;
    const auto& range = one.byteRange;
    const auto size = static_cast<long long>(pdf.size());
    if (range.size() != kNumbers || range[0] != 0) return forged("it must begin with the file and have one gap");
    if (range[1] <= 0 || range[2] <= range[1] + 1 || range[2] > size || range[3] <= 0 || range[3] > size - range[2])
        return forged("it reaches beyond the file; the file may have been cut short");
    const Covered out{static_cast<std::size_t>(range[1]), static_cast<std::size_t>(range[2]),
                      static_cast<std::size_t>(range[2] + range[3])};
    const auto gap = pdf.substr(out.open, out.close - out.open);
    if (gap.front() != '<' || gap.back() != '>') return forged("the gap is not the signature");
    std::string digits(gap.substr(1, gap.size() - 2));
    std::transform(digits.begin(), digits.end(), digits.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto bytes = fromHex(digits);
    if (!bytes || asText(*bytes) != one.contents) return forged("the gap holds another signature");
    if (lastEnd(pdf.substr(0, out.end)) != out.end) return forged("no file ends where it ends");
    // The very field stands in the state that was signed: nobody hung somebody's signature onto another file.
    const auto then = found(pdf.substr(0, out.end));
    if (!then || std::find(then->begin(), then->end(), one) == then->end())
        return forged("the file that it covers does not hold it");
    return out;
}

Result<crypto::Certificate> signerOf(const FoundSignature& one, const Covered& covered, std::string_view pdf,
                                     const std::vector<crypto::Certificate>& authorities, const Instant& at) {
    std::string content(pdf.substr(0, covered.open));
    content += pdf.substr(covered.close, covered.end - covered.close);
    return crypto::verifyCades(asBytes(one.contents), asBytes(content), authorities, at.utc);
}

PdfSignature judged(const FoundSignature& one, std::string_view pdf,
                    const std::vector<crypto::Certificate>& authorities) {
    PdfSignature out;
    out.field = one.field;
    out.authorityLine = one.authority;
    const auto at = pdfTime(one.statedAt);
    if (one.subFilter != "/ETSI.CAdES.detached" || !at) {
        out.fault = Error{ErrorKind::unsupported, "signature_unsupported",
                          "the signature is not of the kind PAdES-B-B with a time, which alone is judged here"};
        return out;
    }
    out.statedAt = *at;
    const auto covered = coveredBy(one, pdf);
    if (!covered) {
        out.fault = covered.error();
        return out;
    }
    out.covers = covered->end;
    out.wholeFile = covered->end == pdf.size();
    const auto signer = signerOf(one, *covered, pdf, authorities, *at);
    if (signer) {
        out.signer = signer->name();
        out.office = signer->office();
        out.holder = signer->holder();
        out.authority = signer->issuer();
    } else {
        out.fault = signer.error();
    }
    return out;
}

std::optional<Error> changed(std::string_view before, std::string_view pdf) {
    std::string what;
    try {
        what = changeBetween(before, pdf);
    } catch (const std::exception& trouble) {
        what = trouble.what();
    }
    if (what.empty()) return {};
    return Error{ErrorKind::badSignature, "changed_after_signing",
                 "the file was changed after this was signed: " + what};
}

}  // namespace

bool SignedPdf::holds() const {
    return !signatures.empty() && !appended &&
           std::none_of(signatures.begin(), signatures.end(), [](const auto& one) { return one.fault; });
}

Result<SignedPdf> verifySigned(std::string_view pdf, const std::vector<crypto::Certificate>& authorities) {
    auto all = found(pdf);
    auto readable = pdf;
    // Behind so many foreign bytes that no reader finds the end of the file: the file itself can still be judged.
    if (const auto end = lastEnd(pdf); !all && end && *end < pdf.size()) {
        readable = pdf.substr(0, *end);
        all = found(readable);
    }
    if (!all) return fail(all.error());
    if (all->empty()) return fail(ErrorKind::notFound, "pdf_unsigned", "the PDF has no signature");
    SignedPdf out;
    for (const auto& one : *all) out.signatures.push_back(judged(one, readable, authorities));
    std::stable_sort(out.signatures.begin(), out.signatures.end(),
                     [](const auto& a, const auto& b) { return a.covers < b.covers; });
    for (auto& one : out.signatures) {
        one.wholeFile = one.covers == pdf.size();
        if (!one.fault && one.covers < readable.size()) one.fault = changed(readable.substr(0, one.covers), readable);
    }
    if (const auto covers = out.signatures.back().covers; covers < pdf.size())
        out.appended = Error{ErrorKind::badSignature, "changed_after_signing",
                             std::to_string(pdf.size() - covers) + " bytes were added to the file after it was signed"};
    return out;
}

bool isSignedCopyOf(std::string_view signedPdf, std::string_view paper) {
    return signedPdf.starts_with(paper) && !changed(paper, signedPdf);
}

}  // namespace plumb::document
