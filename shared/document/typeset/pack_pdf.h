// The same PDF in fewer bytes (object streams, the best that deflate does): papers travel over bad links. The same
// bytes give the same bytes. Any thread.
#pragma once

#include <string>

#include "shared/base/result.h"

namespace plumb::document {

// broken "paper_broken" where it is no PDF.
Result<std::string> packPdf(const std::string& content);

}  // namespace plumb::document
