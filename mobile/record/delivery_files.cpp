#include "mobile/record/delivery_files.h"

#include "mobile/ui/document_kind.h"
#include "mobile/ui/text.h"
#include "shared/records/evidence/marks_over.h"
#include "shared/records/inspection/result_delivery.h"

namespace plumb::mobile {

namespace {

void addPhoto(DeliveryFiles& out, const record::FileRef& file, const record::FileRef* marks) {
    out.pictures.push_back({qs(file.sha256.hex()) + (marks ? u'+' + qs(marks->sha256.hex()) : QString()), QString(),
                            file.photo ? qs(file.photo->caption) : QString()});
}

void addOther(DeliveryFiles& out, const record::FileRef& file) {
    const QString hash = qs(file.sha256.hex()), kind = documentKind(file.type);
    if (file.type.starts_with("audio/"))
        out.sounds.append(hash);
    else if (file.type.starts_with("video/"))
        out.films.append(hash);
    else if (kind == QLatin1String("PDF"))
        out.pictures.push_back({hash, kind, QString()});
    else
        out.others.emplace_back(kind, file.size);
}

}  // namespace

DeliveryFiles deliveryFilesOf(const store::FileVault& vault, const std::vector<record::FileRef>& files) {
    DeliveryFiles out;
    for (const auto& file : files) {
        // Marks, and what is shown in the place of a photo, lie beside it and are none of their own.
        if (file.role != records::kReceiptRole) continue;
        ++out.count;
        const auto* marks = records::marksOver(files, file);
        bool here = true;
        for (const auto* part : {&file, marks}) {
            if (!part || vault.has(part->sha256)) continue;
            here = false;
            out.wanted.push_back(part->sha256);
        }
        out.away += !here;
        if (!here) continue;
        if (file.type.starts_with("image/"))
            addPhoto(out, file, marks);
        else
            addOther(out, file);
    }
    return out;
}

}  // namespace plumb::mobile
