// What goes along with a line that says how the result was delivered: photos under their marks, documents, recordings;
// what is not on this device is counted. Blocking: it asks the vault; on the vault thread.
#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

#include "shared/record/payload.h"
#include "shared/store/file_vault.h"

namespace plumb::mobile {

// A photo, or the first page of a PDF.
struct ReceiptPicture {
    QString image;    // as SealedImages names it, with the marks that lie over it
    QString kind;     // "" of a photo; "PDF"
    QString caption;  // what its author wrote
};

struct DeliveryFiles {
    std::vector<ReceiptPicture> pictures = {};
    QStringList sounds = {}, films = {};                   // hashes
    std::vector<std::pair<QString, quint64>> others = {};  // kind and bytes of documents that are told alone
    int count = 0;                                         // with those that are not here
    int away = 0;  // not here, or its marks are not: a photo without them would show what a mosaic hides
    std::vector<Sha256> wanted = {};  // files to be fetched so that nothing is away
};

DeliveryFiles deliveryFilesOf(const store::FileVault& vault, const std::vector<record::FileRef>& files);

}  // namespace plumb::mobile
