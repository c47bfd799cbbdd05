// The root's word about who certifies document keys (documents.certified, RECORDS.md), as a signed PDF carries it: so
// that whoever was told the root's thumbprint needs nothing but the file. Any thread.
#pragma once

#include <string>

#include "shared/document/sign/verify_pdf.h"

namespace plumb::document {

// The authority that the line names. authority_unknown where the line is none by this root, or names none.
Result<crypto::Certificate> readAuthority(const std::string& line, const std::string& rootKid);

// verifySigned() with the authorities of the lines that the file itself carries, as far as this root signed them.
Result<SignedPdf> verifyUnderRoot(std::string_view pdf, const std::string& rootKid);

}  // namespace plumb::document
