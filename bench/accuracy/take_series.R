# Takes the series of the accuracy benchmark out of the packages that carry them, into one JSON file for each package:
#   Rscript bench/accuracy/take_series.R FOLDER_OF_VEGA_DATASETS
# Needs Debian's r-cran-{jsonlite,modeldata,robustbase,spacetime,gstat,surveillance,dslabs,cardata,latticeextra,tseries,
# quantreg,aer,strucchange,lmtest,forecast,mfilter,ggplot2,epi,urca,gss} and python3-statsmodels, and the npm
# package vega-datasets unpacked. PYTHON names the Python that has statsmodels, if it is not the first on the path.
suppressMessages(library(surveillance))
suppressMessages(library(spacetime))

LONGEST <- c(daily = 744, weekly = 533, monthly = 318, quarterly = 200, yearly = 150)
folder <- file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "series")
vega <- commandArgs(TRUE)[1]

take <- function(package, name) {
  place <- new.env()
  suppressWarnings(data(list = name, package = package, envir = place))
  if (exists(name, place, inherits = FALSE)) get(name, place) else get(name, paste0("package:", package))
}
# Percent errors say nothing of figures that are mostly 0, or on a scale whose 0 means nothing: none of those.
one <- function(name, frequency, values) {
  values <- as.numeric(values)
  known <- which(!is.na(values))
  values <- tail(values[min(known):max(known)], LONGEST[[frequency]])
  values <- values[which(!is.na(values))[1]:length(values)]
  if (any(values < 0, na.rm = TRUE) || mean(values == 0, na.rm = TRUE) > 0.25) return(NULL)
  known <- values[!is.na(values)]
  list(name = name, frequency = frequency, values = signif(known, 7), gaps = I(which(is.na(values)) - 1))
}
columns <- function(table, names, frequency, prefix = "") {
  lapply(names, function(name) one(paste0(prefix, name), frequency, table[, name]))
}
write <- function(file, package, licence, origin, ...) {
  version <- if (is.na(licence)) packageVersion(package) else ""
  if (is.na(licence)) {
    licence <- packageDescription(package)$License
    package <- paste(package, version)
  }
  listed <- list(source = package, licence = licence, origin = origin, series = Filter(Negate(is.null), c(...)))
  text <- jsonlite::toJSON(listed, auto_unbox = TRUE, digits = NA, na = "null", pretty = TRUE)
  writeLines(text, file.path(folder, paste0(file, ".json")))
}
byDay <- function(times, count = 1) {
  days <- as.Date(times, tz = attr(times, "tzone")[1])
  all <- seq(min(days), max(days), by = 1)
  sums <- tapply(rep_len(count, length(days)), factor(as.character(days), as.character(all)), sum)
  ifelse(is.na(sums), 0, sums)
}

# Daily -------------------------------------------------------------------------------------------------------------
chicago <- as.data.frame(take("modeldata", "Chicago"))
stations <- names(chicago)[2:21]
# Each of another stretch of the sixteen years, so that not all end in the same weeks.
stretches <- lapply(seq_along(stations), function(at) {
  one(paste0("rides-", stations[at]), "daily", head(chicago[, stations[at]], nrow(chicago) - 211 * (at - 1)))
})
write("modeldata", "modeldata", NA,
  "entries to stations of the elevated railway a day, 2001 to 2016: City of Chicago data portal", stretches)

nox <- take("robustbase", "ambientNOxCH")
emission <- take("robustbase", "NOxEmissions")
write("robustbase", "robustbase", NA,
  "NOx in the air of Swiss places in 2004 (Federal Office for the Environment), and along a motorway (EMPA)",
  columns(nox, c("ba", "ef", "la", "lu", "re", "ri", "se", "st", "su", "zg"), "daily", "nox-"),
  list(one("motorway-nox", "daily", tapply(exp(emission$LNOx), emission$julday, mean)),
    one("motorway-emitted", "daily", tapply(exp(emission$LNOxEm), emission$julday, mean))))

data(air)
dust <- c("DEBY047", "DETH026", "DEMV017", "DEBB075", "DEUB028", "DENI063")
write("spacetime", "spacetime", NA,
  "PM10 in rural air a day, 2008 and 2009: European Environment Agency, AirBase",
  lapply(dust, function(station) one(paste0("pm10-", station), "daily", air[station, ])))

write("gstat", "gstat", NA,
  "mean wind speed a day at Irish stations, 1976 to 1978: Haslett and Raftery (1989)",
  columns(take("gstat", "wind"), c("RPT", "KIL", "DUB", "MUL"), "daily", "wind-"))

stops <- as.data.frame(take("carData", "MplsStops"))
write("carData", "carData", NA,
  "stops by the police of Minneapolis a day, 2017: Open Minneapolis",
  lapply(c("suspicious", "traffic"), function(problem) {
    one(paste0("stops-", problem), "daily", byDay(stops$date[stops$problem == problem]))
  }))

tweets <- take("dslabs", "trump_tweets")$created_at
access <- take("latticeExtra", "biocAccess")
write("latticeExtra", "latticeExtra", NA,
  "requests to the web site of Bioconductor a day, January to May 2007",
  list(one("web-requests", "daily", byDay(access$time, access$counts))))
disease <- take("dslabs", "us_contagious_diseases")
carbon <- take("dslabs", "temp_carbon")
carbon <- carbon[order(carbon$year), ]
measles <- disease[disease$disease == "Measles", ]
pertussis <- disease[disease$disease == "Pertussis", ]
write("dslabs", "dslabs", NA,
  "messages of one account a day (Trump Twitter Archive), notified diseases a year (Tycho project), carbon emitted a year (CDIAC)",
  list(one("messages", "daily", byDay(tweets)),
    one("measles", "yearly", tapply(measles$count, measles$year, sum)),
    one("pertussis", "yearly", tapply(pertussis$count, pertussis$year, sum)),
    one("carbon-emitted", "yearly", carbon$carbon_emissions)))

rates <- take("tseries", "tcm")
nelson <- take("tseries", "NelPlo")
rivers <- take("tseries", "ice.river")
write("tseries", "tseries", NA,
  "river flows in Iceland, 1972 to 1974 (Tong, 1990); El Nino index and treasury rates; wheat prices (Beveridge); US economy a year (Nelson and Plosser) and a quarter",
  list(one("flow-vatnsdalsa", "daily", rivers[, 1]), one("flow-jokulsa", "daily", rivers[, 2]),
    one("nino3", "monthly", take("tseries", "nino")[, 1]), one("treasury-1y", "monthly", rates[, 1]),
    one("treasury-10y", "monthly", rates[, 4]), one("wheat", "yearly", take("tseries", "bev"))),
  lapply(c("unemp", "ip", "gnp.real"), function(name) one(paste0("nelson-plosser-", name),
    "yearly", exp(nelson[, name]))),
  list(one("nelson-plosser-int.rate", "yearly", nelson[, "int.rate"]),
    one("us-short-rate", "quarterly", take("tseries", "USeconomic")[, "rs"])))

write("quantreg", "quantreg", NA,
  "highest temperature a day in Melbourne, 1989 and 1990 (Hyndman, Bashtannyk and Grunwald, 1996); price of gasoline a week in the US (Energy Information Administration)",
  list(one("melbourne-temperature", "daily", take("quantreg", "MelTemp")), one("gasoline", "weekly", take("quantreg",
    "gasprice"))))

# Weekly ------------------------------------------------------------------------------------------------------------
# The last weeks of some were not yet reported whole when they were taken.
UNFINISHED <- c(salmAllOnset = 8, salmHospitalized = 8, stsNewport = 8, abattoir = 1)
counts <- function(name) {
  kept <- take("surveillance", name)
  table <- if (inherits(kept, "sts")) observed(kept) else as.matrix(kept$observed)
  unfinished <- if (name %in% names(UNFINISHED)) UNFINISHED[[name]] else 0
  head(rowSums(table), nrow(table) - unfinished)
}
momo <- observed(take("surveillance", "momo"))
weekly <- c("abattoir", "fluBYBW", "ha", "hepatitisA", "q2", "measlesDE",
  "salmAllOnset", "salmHospitalized", "salmonella.agona", "shadar", "stsNewport", "influMen")
write("surveillance", "surveillance", NA,
  "cases of diseases a week or month in Germany (most: Robert Koch Institute), France, Britain and Denmark; deaths a week in Denmark (Statens Serum Institut)",
  lapply(c(1, 4:8), function(age) one(paste0("deaths-", colnames(momo)[age]), "weekly", momo[, age])),
  lapply(weekly, function(name) one(name, "weekly", counts(name))),
  list(one("campylobacter", "weekly", take("surveillance", "campyDE")$case),
    one("rotavirus", "monthly", counts("rotaBB")), one("meningococcus", "monthly", counts("meningo.age"))))
printed <- system2(Sys.getenv("PYTHON",
    "python3"), c("-c", shQuote("import statsmodels.api as s;print(*s.datasets.co2.load().data['co2'])")), stdout = TRUE)
co2 <- suppressWarnings(as.numeric(strsplit(tail(printed, 1), " ")[[1]]))
write("statsmodels", "statsmodels (python3-statsmodels)", "public domain",
  "carbon dioxide above Mauna Loa a week, to 2001: Keeling and Whorf (2004)",
  list(one("mauna-loa", "weekly", co2)))

# Monthly, quarterly, yearly ----------------------------------------------------------------------------------------
macro <- take("AER", "USMacroG")
write("AER", "AER", NA,
  "retail sales, orange juice, pepper, unemployment and the economies of several countries: the books named in the package's help",
  list(one("dutch-sales", "monthly", take("AER", "DutchSales")), one("white-pepper", "monthly", take("AER",
    "PepperPrice")[, "white"]),
    one("german-unemployment", "quarterly", take("AER", "GermanUnemployment")[, "unadjusted"]),
    one("uk-nondurables", "quarterly", take("AER", "UKNonDurables")),
    one("us-production-unadjusted", "quarterly", take("AER", "USProdIndex")[, "unadjusted"])),
  columns(take("AER", "FrozenJuice"), c("price", "ppi", "fdd"), "monthly", "juice-"),
  columns(take("AER", "USMacroSWM"), c("production", "oil", "cpi", "expenditure"), "monthly", "us-"),
  columns(macro, c("gdp", "invest", "unemp", "tbill"), "quarterly", "us-"))
income <- take("strucchange", "USIncExp")
write("lmtest", "lmtest and strucchange", "GPL-2 or GPL-3",
  "US economy a month (Stock and Watson; Zeileis and others), chickens and eggs in the US a year (Thurman and Fisher, 1988)",
  lapply(c("ip", "lhur", "jocci", "fyff"), function(name) one(name, "monthly", take("lmtest", name)[, "y"])),
  list(one("personal-income", "monthly", income[, "income"])), columns(take("lmtest", "ChickEgg"), c("chicken",
    "egg"), "yearly"))
write("forecast", "forecast", NA,
  "Australian gas, wine and wool (Australian Bureau of Statistics)",
  list(one("gas", "monthly", take("forecast", "gas")), one("wine", "monthly", take("forecast", "wineind")),
    one("wool", "quarterly", take("forecast", "woolyrnq"))))
births <- take("Epi", "B.dk")
write("Epi", "Epi", NA,
  "births in Denmark a month, to 2018: Statistics Denmark",
  columns(births[order(births$year, births$month), ], c("m", "f"), "monthly", "births-"))
write("ggplot2", "ggplot2 3.4", "MIT",
  "US economy a month, to 2015, from US government agencies: Federal Reserve Economic Data",
  columns(as.data.frame(take("ggplot2", "economics")), c("pce", "psavert", "uempmed", "unemploy"), "monthly"))
consumption <- take("urca", "UKconsumption")
write("urca", "urca and mFilter", "GPL-2 or later",
  "British consumption and income a quarter (Holden and Perman, 1994), US unemployment a quarter (Bureau of Labor Statistics)",
  columns(consumption, c("cons", "inc"), "quarterly", "uk-"), list(one("us-unemployed", "quarterly", take("mFilter",
    "unemp"))))
monthly <- c("AirPassengers", "UKDriverDeaths", "USAccDeaths", "co2", "ldeaths", "nottem", "sunspot.month")
yearly <- c("Nile", "LakeHuron", "lynx", "sunspot.year", "nhtemp")
write("datasets", "datasets of R 4.2", "GPL-2 or GPL-3",
  "airline passengers and gas in Britain (Box and Jenkins; Durbin and Koopman), deaths on roads and of lungs in Britain (Harvey; Diggle), carbon dioxide (Keeling and Whorf), sunspots (Andrews and Herzberg; WDC-SILSO), rivers, lakes, lynx and temperatures (Brockwell and Davis; Anderson; McNeil): as each help page says",
  lapply(monthly, function(name) one(name, "monthly", take("datasets", name))),
  lapply(c("UKgas", "austres", "JohnsonJohnson", "presidents"), function(name) one(name,
    "quarterly", take("datasets", name))),
  lapply(yearly, function(name) one(name, "yearly", take("datasets", name))))
jobs <- read.csv(file.path(vega, "us-employment.csv"))
weather <- read.csv(file.path(vega, "seattle-weather.csv"))
out <- jsonlite::fromJSON(file.path(vega, "unemployment-across-industries.json"))
industries <- c("Agriculture", "Construction", "Education and Health", "Leisure and hospitality",
    "Transportation and Utilities")
write("vega", "vega-datasets 3.2.1 (npm)", "public domain in a package under BSD-3-Clause",
  "US jobs and unemployed a month (Bureau of Labor Statistics), weather of Seattle a day (NOAA)",
  columns(jobs, c("construction", "manufacturing", "retail_trade", "government"), "monthly", "jobs-"),
  lapply(industries, function(name) one(paste0("unemployed-", name), "monthly", out$count[out$series == name])),
  list(one("seattle-wind", "daily", weather$wind)))
