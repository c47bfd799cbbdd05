// An office that can sign papers, and a small paper of one page.
#pragma once

#include <map>

#include "shared/document/sign/sign_pdf.h"
#include "shared/document/typeset/typeset.h"
#include "tests/unit/document/sample.h"

namespace plumb::document::test {

inline const Instant kSealedAt = *parseInstant("2026-11-28T10:00:00.000+08:00");

struct Office {
    std::string name;
    crypto::PrivateKey authorityKey = crypto::PrivateKey::generate(crypto::Suite::es256),
                       key = crypto::PrivateKey::generate(crypto::Suite::es256);
    crypto::Certificate authority = *crypto::makeAuthority(authorityKey, name, kSealedAt.utc);
    crypto::Certificate certificate = *crypto::certify(authorityKey, authority, key.publicKey(), name, kSealedAt.utc);

    [[nodiscard]] std::string sign(const std::string& pdf, const std::string& line = "") const {
        return *signPdf(pdf, {key, certificate, authority, line}, kSealedAt);
    }
};

inline std::string samplePaper() {
    const auto layout = *Layout::read(layoutText("rectification_order"));
    return typeset(documentOf(compose(layout, recordData(), [](std::string_view) { return std::string(); })))->content;
}

}  // namespace plumb::document::test
