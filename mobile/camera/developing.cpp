#include "mobile/camera/developing.h"

#include <QBuffer>
#include <QImageWriter>

#include "mobile/store/file_content.h"

namespace plumb::mobile {

namespace {
constexpr int kQuality = 90;  // fine print of a label at arm's length stays legible; 12 megapixels are some 3 MB
}

Result<QByteArray> developed(const Shot& shot, const picture::ExifStamp& stamp) {
    if (!shot.jpeg.isEmpty()) return shot.jpeg;
    const QImage upright = uprightOf(shot.frame);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(kQuality);
    if (upright.isNull() || !writer.write(upright))
        return fail(ErrorKind::malformed, "no_image", "the camera gave no picture that can be written");
    const auto stamped = picture::stampJpeg(viewOf(jpeg), stamp);
    if (!stamped) return fail(stamped.error());
    return QByteArray(reinterpret_cast<const char*>(stamped->data()), static_cast<qsizetype>(stamped->size()));
}

}  // namespace plumb::mobile
