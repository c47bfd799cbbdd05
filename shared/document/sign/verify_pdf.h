// Judges the signatures of a PDF: whose each is, whether it holds, what of the file it covers, and whether anything was
// put behind it that a reader would see. Foreign and damaged files are told by a sentence; none makes it throw. Any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/crypto/certificate.h"

namespace plumb::document {

struct PdfSignature {
    std::string field;
    std::string signer;         // as certified; "" where it is not known
    std::string office;         // likewise: of what office
    std::string holder;         // likewise: the thumbprint of the key with which the same person signs records
    std::string authority;      // who certified it
    Instant statedAt;           // by the signature's own word: when its certificate had to be good
    std::size_t covers = 0;     // bytes from the file's beginning, but for the signature itself
    bool wholeFile = false;     // nothing stands behind what it covers
    std::string authorityLine;  // as the signer put it in; not judged here
    // Why it does not hold: signature_unsupported, byte_range_forged, cms_malformed, cms_untrusted, cms_broken,
    // changed_after_signing (the file was, in what a reader sees).
    std::optional<Error> fault;
};

struct SignedPdf {
    std::vector<PdfSignature> signatures;  // by what they cover, the first one first
    // changed_after_signing: bytes stand behind the last signature, whatever they say.
    std::optional<Error> appended;

    // Each signature holds, and the last one covers the file to its end.
    [[nodiscard]] bool holds() const;
};

// Codes: pdf_unreadable (cut short, damaged, none), pdf_unsigned.
Result<SignedPdf> verifySigned(std::string_view pdf, const std::vector<crypto::Certificate>& authorities);

// Whether `signedPdf` is this very paper and nothing beyond it but signatures that show nothing.
bool isSignedCopyOf(std::string_view signedPdf, std::string_view paper);

}  // namespace plumb::document
