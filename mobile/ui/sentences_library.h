// The sentences for codes that come up from the libraries and the server and that no screen has a better one for.
#pragma once

#include <string>

namespace plumb::mobile {

// In Chinese, to be translated in the context "Sentences"; null where there is none.
const char* librarySentence(const std::string& code);

}  // namespace plumb::mobile
