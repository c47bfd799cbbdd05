#include "mobile/camera/developing.h"

#include "mobile/store/file_content.h"
#include "shared/picture/jpeg_writer.h"

namespace plumb::mobile {

namespace {

constexpr int kQuality = 90;  // fine print of a label at arm's length stays legible; 12 megapixels are some 3 MB

Result<Bytes> jpegOf(const Shot& shot, const picture::ExifStamp& stamp) {
    if (!shot.jpeg.isEmpty()) {
        const auto whole = viewOf(shot.jpeg);
        return Bytes(whole.begin(), whole.end());
    }
    // Qt's own writer turns every pixel round by itself, which for 12 megapixels is some 20 ms of 300.
    const QImage upright = uprightOf(shot.frame).convertToFormat(QImage::Format_RGB32);
    if (upright.isNull()) return fail(ErrorKind::malformed, "no_image", "the camera gave no picture");
    const auto jpeg = picture::writeJpeg(picture::ScreenView{upright.constBits(), upright.width(), upright.height(),
                                                             static_cast<int>(upright.bytesPerLine())},
                                         kQuality);
    if (!jpeg) return fail(jpeg.error());
    return picture::stampJpeg(*jpeg, stamp);
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
