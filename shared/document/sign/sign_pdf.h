// Signs a PDF as PAdES-B-B (ETSI EN 319 142-1): the field and the signature go in by an incremental update, also the
// first one, so that the unsigned paper stays the beginning of the signed one, and a further signature leaves those
// before it good. The signature is shown by the reader, not on the page: paper and signature do not mix. Any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/crypto/certificate.h"

namespace plumb::document {

// Who signs. Borrowed for the call.
struct DocumentSigner {
    const crypto::PrivateKey& key;           // ES256
    const crypto::Certificate& certificate;  // for that key
    const crypto::Certificate& authority;    // by which it is certified
    std::string authorityLine = {};          // by whose word the authority counts; "" leaves it out
};

// `at`: when, as the signer's clock has it; it stands in the signature's own dictionary. The same paper, key and time
// give other bytes each time (shared/crypto/cades.h). pdf_unreadable.
Result<std::string> signPdf(const std::string& pdf, const DocumentSigner& signer, const Instant& at);

}  // namespace plumb::document
