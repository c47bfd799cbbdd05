// Which marks lie over a photo (shared/picture/marks.h), of what one line names: asked by every page, paper and draft
// that shows the photo, since without them it would show what a mosaic hides. The console's twin is
// console/src/record/marks.ts. Pure; any thread.
#pragma once

#include <vector>

#include "shared/record/payload.h"

namespace plumb::records {

// The layer of the same item that belongs to the photo: the first that `files` names. Null: none does.
const record::FileRef* marksOver(const std::vector<record::FileRef>& files, const record::FileRef& photo);

}  // namespace plumb::records
