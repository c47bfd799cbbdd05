#include "shared/store/judged_picture.h"

#include <utility>

#include "shared/picture/heic.h"
#include "shared/store/file_vault.h"
#include "shared/store/image_type.h"
#include "shared/store/tuning.h"

namespace plumb::store {

Result<JudgedPicture> JudgedPicture::of(Bytes content) {
    if (content.empty()) return fail(ErrorKind::malformed, "file_empty", "the file is empty");
    if (content.size() > kMaxFileBytes) return fail(fileTooLarge(content.size()));
    const auto info = imageInfo(content);
    if (!info) return fail(info.error());
    JudgedPicture out;
    if (info->type == picture::kHeicType) {
        // Decoding it whole is what shows that it can be looked at.
        auto shown = picture::jpegOfHeic(content, kShownSide);
        if (!shown) return fail(shown.error());
        out.m_shown = std::move(*shown);
    }
    out.m_type = info->type;
    out.m_facts = photoFacts(content);
    out.m_content = std::move(content);
    return out;
}

}  // namespace plumb::store
