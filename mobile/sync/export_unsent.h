// Letting out what the server does not take any more. Blocking; on the vault thread.
#pragma once

#include <QString>

#include "mobile/store/local_store.h"

namespace plumb::mobile {

struct Exported {
    QString folder;
    int records = 0;
};
// Each own record that the server lacks, or lacks files of, as a bundle without the log's proof in HOME/export.
Result<Exported> exportUnsent(const LocalStore& store);

}  // namespace plumb::mobile
