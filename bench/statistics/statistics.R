# The tasks of bench/statistics.ts by R survey, over the columns that it wrote: Rscript statistics.R FOLDER ROWS TASK...
# prints one JSON line per task: seconds (once, after the design was made) and numbers to compare.
suppressMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
rows <- as.integer(arguments[2])
tasks <- arguments[-(1:2)]
options(survey.lonely.psu = "fail")
whole <- function(name) readBin(file.path(folder, name), "integer", rows, 4)
real <- function(name) readBin(file.path(folder, name), "double", rows, 8)
items <- sprintf("q%02d", 1:20)
data <- data.frame(stratum = whole("stratum"), psu = whole("psu"), office = whole("office"), weight = real("weight"))
for (m in 1:4) data[[paste0("margin", m)]] <- whole(paste0("margin", m))
for (item in items) { v <- real(item); v[is.nan(v)] <- NA; data[[item]] <- v }
data$high <- as.numeric(data$q01 >= 4)
say <- function(task, seconds, numbers)
  cat(sprintf('{"task":"%s","seconds":%.3f,"numbers":[%s]}\n', task, seconds, paste(sprintf("%.17g", numbers), collapse = ",")))
run <- function(task, work) {
  if (!task %in% tasks) return(invisible())
  gc()
  numbers <- NULL
  seconds <- unname(system.time(numbers <- work())["elapsed"])
  say(task, seconds, numbers)
}
design <- NULL
seconds <- unname(system.time(design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = data))["elapsed"])
say("design", seconds, degf(design))
run("means", function() as.vector(sapply(items, function(item) {
  m <- svymean(reformulate(item), design, na.rm = TRUE); c(coef(m), SE(m)) })))
run("groups", function() { b <- svyby(~q01, ~office, design, svymean, na.rm = TRUE); c(b$q01, b$se) })
run("median", function() { q <- svyquantile(~q01, design, 0.5, na.rm = TRUE); c(coef(q), SE(q)) })
run("chisq", function() { t <- svychisq(~q01 + margin4, design, statistic = "F"); c(t$statistic, t$parameter) })
run("rake", function() {
  total <- sum(data$weight)
  targets <- lapply(1:4, function(m) {
    levels <- sort(unique(data[[paste0("margin", m)]]))
    share <- (levels + 5) / sum(levels + 5)
    setNames(data.frame(levels, Freq = total * share), c(paste0("margin", m), "Freq"))
  })
  raked <- rake(design, lapply(1:4, function(m) reformulate(paste0("margin", m))), targets, control = list(maxit = 50, epsilon = 1e-8))
  range(weights(raked))
})
model <- reformulate(items[2:13], "q01")
run("linear", function() { f <- svyglm(model, design); c(coef(f), SE(f)) })
run("logistic", function() { f <- svyglm(reformulate(items[2:13], "high"), design, family = quasibinomial()); c(coef(f), SE(f)) })
cat(sprintf('{"survey":"%s","r":"%s"}\n', packageVersion("survey"), getRversion()))
