#include "mobile/check/open_check.h"

#include <QStringList>
#include <algorithm>

#include "mobile/ui/text.h"

namespace plumb::mobile {

void OpenCheck::clear() {
    draft.clear();
    section.clear();
    item.clear();
    session.reset();
    opened.reset();
    refusals.clear();
    refusedNow.clear();
    photosSeen.clear();
}

std::optional<domain::Whereabouts> OpenCheck::whereabouts() const {
    if (!locate) return std::nullopt;
    return locate();
}

bool OpenCheck::asks(const std::string& of) const {
    const auto state = session->item(of);
    return state.relevant && state.asked;
}

std::string OpenCheck::photosOf(const std::string& of) const {
    std::string out;
    for (const auto& photo : opened->draft.photos) {
        if (photo.item == of) out += (out.empty() ? "" : " ") + photo.sha256.hex();
    }
    return out;
}

void OpenCheck::bringBackPhotos(const std::string& of, const std::string& hashes) {
    auto& photos = opened->draft.photos;
    std::erase_if(photos, [&](const auto& photo) { return photo.item == of; });
    for (const auto& hash : qs(hashes).split(u' ', Qt::SkipEmptyParts)) {
        const auto seen = std::find_if(photosSeen.begin(), photosSeen.end(), [&](const auto& photo) {
            return photo.item == of && qs(photo.sha256.hex()) == hash;
        });
        if (seen != photosSeen.end()) photos.push_back(*seen);
    }
}

}  // namespace plumb::mobile
