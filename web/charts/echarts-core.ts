import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, ScatterChart, CanvasRenderer, SVGRenderer])
use([AriaComponent, DataZoomComponent, GridComponent, LegendComponent])
use([MarkLineComponent, MarkPointComponent, TooltipComponent])

/** Draws charts of the kinds we use; loaded when a chart is first shown. */
export { init }
