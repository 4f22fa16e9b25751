"""One YAML file a year in, a bureau's annual 法治政府建设情况报告 out."""

__version__ = "0.1.0"
