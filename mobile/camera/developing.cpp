#include "mobile/camera/developing.h"

#include <QBuffer>
#include <QImageWriter>

#include "mobile/store/file_content.h"

namespace plumb::mobile {

namespace {

constexpr int kQuality = 90;  // fine print of a label at arm's length stays legible; 12 megapixels are some 3 MB

Result<Bytes> jpegOf(const Shot& shot, const picture::ExifStamp& stamp) {
    if (!shot.jpeg.isEmpty()) {
        const auto whole = viewOf(shot.jpeg);
        return Bytes(whole.begin(), whole.end());
    }
    const QImage upright = uprightOf(shot.frame);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(kQuality);
    if (upright.isNull() || !writer.write(upright))
        return fail(ErrorKind::malformed, "no_image", "the camera gave no picture that can be written");
    return picture::stampJpeg(viewOf(jpeg), stamp);
}

}  // namespace

Result<std::shared_ptr<const store::JudgedPicture>> developed(const Shot& shot, const picture::ExifStamp& stamp) {
    auto jpeg = jpegOf(shot, stamp);
    if (!jpeg) return fail(jpeg.error());
    auto judged = store::JudgedPicture::of(std::move(*jpeg));
    if (!judged) return fail(judged.error());
    return std::make_shared<const store::JudgedPicture>(std::move(*judged));
}

}  // namespace plumb::mobile
