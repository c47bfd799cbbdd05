#include "shared/document/layout/layout.h"

#include "shared/crypto/hash.h"
#include "shared/document/layout/check_layout.h"

namespace plumb::document {

Result<Layout> Layout::read(std::string_view text) {
    constexpr std::size_t kDepth = 24;
    auto parsed = parseJson(text, kDepth);
    if (!parsed) return fail(ErrorKind::malformed, "bad_layout", "the layout is no JSON: " + parsed.error().detail);
    const auto* object = parsed->if_object();
    if (!object) return fail(ErrorKind::malformed, "bad_layout", "a layout is a JSON object");
    if (auto good = checkLayout(*object); !good) return fail(good.error());
    Layout out;
    out.m_paper = textOr(*object, "paper");
    out.m_language = textOr(*object, "language");
    out.m_title = textOr(*object, "name");
    out.m_hash = crypto::sha256(text);
    out.m_description = *object;
    return out;
}

}  // namespace plumb::document
