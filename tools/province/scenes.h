// Pictures drawn by code, so that no photo of a real place has to be shipped: what an inspector sees at a site,
// roughly. REQUIRES: a QGuiApplication, for the letters on labels and signs. The same scene and number give the same
// picture on one machine; several threads may draw at once.
#pragma once

#include <QtGui/QImage>

#include <string>
#include <vector>

#include "tools/province/random.h"

class QPainter;

namespace plumb::province {

const std::vector<std::string>& sceneNames();
// Throws for a scene of another name.
QImage drawScene(const std::string& scene, Random random);

// A signature as a finger leaves it on glass.
QImage drawSignature(Random random);

// The scenes themselves, on a canvas of kSceneWidth × kSceneHeight.
constexpr int kSceneWidth = 800, kSceneHeight = 600;
void drawGreenhouse(QPainter& painter, Random& random);
void drawField(QPainter& painter, Random& random);
void drawOrchard(QPainter& painter, Random& random);
void drawPasture(QPainter& painter, Random& random);
void drawStore(QPainter& painter, Random& random);
void drawPen(QPainter& painter, Random& random);
void drawHall(QPainter& painter, Random& random);
void drawLabel(QPainter& painter, Random& random);
void drawTag(QPainter& painter, Random& random);
void drawSign(QPainter& painter, Random& random);
void drawPapers(QPainter& painter, Random& random);

}  // namespace plumb::province
