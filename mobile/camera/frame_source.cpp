#include "mobile/camera/frame_source.h"

#include <QTransform>

namespace plumb::mobile {

QImage uprightOf(const Frame& frame) {
    QImage out = frame.turn == 0 ? frame.picture : frame.picture.transformed(QTransform().rotate(frame.turn));
    return frame.mirrored ? out.mirrored(true, false) : out;
}

}  // namespace plumb::mobile
