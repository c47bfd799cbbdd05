#include "shared/records/evidence/marks_over.h"

#include <algorithm>

#include "shared/picture/marks.h"

namespace plumb::records {

const record::FileRef* marksOver(const std::vector<record::FileRef>& files, const record::FileRef& photo) {
    const auto found = std::ranges::find_if(files, [&](const record::FileRef& file) {
        return file.role == picture::kMarksRole && file.of == photo.sha256 && file.item == photo.item;
    });
    return found == files.end() ? nullptr : &*found;
}

}  // namespace plumb::records
