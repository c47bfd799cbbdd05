#include "mobile/ui/folder_file.h"

#include <filesystem>

#include "mobile/ui/text.h"
#include "shared/store/durable_file.h"

namespace plumb::mobile {

Result<QString> writeIntoFolder(const QString& folder, const QString& name, std::string_view content) {
    const std::filesystem::path place(ss(folder));
    std::error_code none;
    if (!std::filesystem::is_directory(place, none))
        return fail(ErrorKind::broken, "file_unwritable", place.string() + " is no folder");
    const auto file = place / ss(name);
    try {
        if (auto done = store::writeDurably(file, asBytes(content)); !done) return fail(done.error());
    } catch (const std::exception& broken) {
        return fail(ErrorKind::broken, "file_unwritable", broken.what());
    }
    return qs(file.string());
}

}  // namespace plumb::mobile
