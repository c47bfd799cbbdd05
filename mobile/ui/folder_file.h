// A new file in a folder that a person picked, on a stick as often as not. Blocking; any thread.
#pragma once

#include <QString>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::mobile {

// Where it was written: on disk when it returns, over a file of that name. file_unwritable where the folder is none or
// takes nothing; full disk_full.
Result<QString> writeIntoFolder(const QString& folder, const QString& name, std::string_view content);

}  // namespace plumb::mobile
